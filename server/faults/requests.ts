import { Agent, request } from 'node:http';
import { jsonRequest } from './ground.ts';
import type { StoredRow, Write } from './writes.ts';

/** A write that the server has begun on: it has read the head, and asked for the body. */
export type BegunWrite = {
  readonly write: Write;
  /** Sends the body, and gives the rows of the answer. Rejects where there comes none. */
  readonly finish: () => Promise<readonly StoredRow[]>;
};

// Keeps its connections open for as long as the server does, as an open page in a browser.
const page = new Agent({ keepAlive: true });

/** Begins a write on a connection of its own, and waits until the server has begun on it too. */
export function beginWrite(url: string, write: Write): Promise<BegunWrite> {
  const { method, headers, body } = jsonRequest(write.endpoint, write);
  const sending = request(`${url}${write.address}`, {
    agent: page,
    method,
    headers: {
      ...headers,
      'content-length': Buffer.byteLength(body),
      // The only word from a server that tells that it has read a request and not answered it.
      expect: '100-continue',
      'idempotency-key': write.key,
    },
  });
  const answer = new Promise<readonly StoredRow[]>((resolve, reject) => {
    sending.on('error', reject);
    sending.on('response', (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === write.endpoint.status) resolve(write.rowsIn(JSON.parse(text)));
        else reject(new Error(`${response.statusCode ?? 0}: ${text}`));
      });
    });
  });
  const finish = () => {
    sending.end(body);
    return answer;
  };
  return new Promise((resolve, reject) => {
    answer.catch(reject);
    sending.on('continue', () => resolve({ write, finish }));
    sending.flushHeaders();
  });
}
