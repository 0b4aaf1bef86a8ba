import type { z } from 'zod';
import { type Answer, addressOf, type Call, type Endpoint } from '#contract/endpoint.ts';
import { toldProblem } from './api.ts';

/** How a file is sent. */
export type UploadOptions = {
  /** Ends the sending at once; the server then keeps nothing. */
  readonly signal: AbortSignal;
  /** How much has been sent, 0 to 1. 1 is everything; the answer may still be on its way. */
  readonly onProgress: (share: number) => void;
};

/** True for an upload that somebody stopped. */
export function isStopped(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/**
 * Sends a file as it is to an endpoint whose body is `file`, and reads the answer with its schema.
 *
 * Throws `ApiProblem` where the server refuses, a `TypeError` where the network is lost, and an
 * `AbortError` where the signal ends it. With XMLHttpRequest, since fetch does not tell of progress.
 */
export function uploadFile<E extends Endpoint>(
  endpoint: E,
  call: Call<E>,
  file: Blob,
  { signal, onProgress }: UploadOptions,
): Promise<Answer<E>> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    const stop = (): void => request.abort();
    const end = (act: () => void): void => {
      signal.removeEventListener('abort', stop);
      act();
    };
    request.open(endpoint.method, addressOf(endpoint, call));
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      onProgress(total === 0 ? 1 : loaded / total);
    });
    request.addEventListener('load', () => end(() => settle(request, endpoint, resolve, reject)));
    request.addEventListener('error', () =>
      end(() => reject(new TypeError('The network was lost'))),
    );
    request.addEventListener('abort', () =>
      end(() => reject(new DOMException('The upload was stopped', 'AbortError'))),
    );
    signal.addEventListener('abort', stop);
    if (signal.aborted) {
      end(() => reject(new DOMException('The upload was stopped', 'AbortError')));
      return;
    }
    request.send(file);
  });
}

// What is no JSON comes from something between here and the server: the network, to a person.
function settle<E extends Endpoint>(
  request: XMLHttpRequest,
  endpoint: E,
  resolve: (answer: Answer<E>) => void,
  reject: (error: unknown) => void,
): void {
  try {
    const body: unknown = JSON.parse(request.responseText);
    if (request.status < 200 || request.status > 299) {
      reject(toldProblem(body, request.getResponseHeader('retry-after')));
      return;
    }
    resolve((endpoint.answer as z.ZodType<Answer<E>>).parse(body));
  } catch (error) {
    reject(error);
  }
}
