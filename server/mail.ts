import { createTransport } from 'nodemailer';

/** A letter: plain text, in Swedish. */
export type Letter = { readonly to: string; readonly subject: string; readonly text: string };

/** Sends letters; rejects where the server for them does not take one. */
export type Mail = (letter: Letter) => Promise<void>;

/**
 * Sends letters over SMTP. `url` is `smtps://user:password@host` or `smtp://host:port`; `from` is the
 * address that they come from.
 */
export function mailOver(url: string, from: string): Mail {
  const transport = createTransport(url, { from });
  return async (letter) => {
    await transport.sendMail({ ...letter, from });
  };
}
