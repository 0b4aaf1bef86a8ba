import type { acceptPasswordLink, requestPasswordLink } from '#contract/session.ts';
import { accepted, refused } from '#domain/result.ts';
import { type AccountOutcome, allOrNothing, type Desk } from '../plugins/account-operations.ts';
import { factsOf } from '../plugins/entrance.ts';
import type { Asked } from '../plugins/routing.ts';
import { bucketsOfLetter, countAttempt } from './attempts.ts';
import { hashChosen } from './chosen-password.ts';
import { forgetDevices } from './devices.ts';
import { makePasswordLink, spendLink } from './link-queries.ts';
import { logForPerson } from './log.ts';
import { letInByFirst } from './login.ts';
import { passwordOf, personByEmail, writePassword } from './queries.ts';
import { untilSameTime } from './same-time.ts';
import { endSessionsOf } from './sessions.ts';

/** Gives a person a new password; every session and known browser from before is forgotten. */
export async function chooseNewPassword(
  desk: Desk,
  { body }: Asked<typeof acceptPasswordLink>,
): Promise<AccountOutcome<typeof acceptPasswordLink>> {
  const { now, visitor, watch } = desk;
  // What is asked for is checked before the link is spent: a refused password may be tried again.
  const hashed = await hashChosen(body.password, { email: '', words: [] });
  if (!hashed.ok) return hashed;
  return allOrNothing(desk, async (trx) => {
    const link = await spendLink(trx, { kind: 'password', link: body.link, now });
    const personId = link?.personId ?? null;
    if (personId === null) return refused({ code: 'link_not_valid' });
    await writePassword(trx, personId, { hash: hashed.value, now });
    await endSessionsOf(trx, personId);
    await forgetDevices(trx, personId);
    const { requestId } = visitor;
    const action = 'changePassword';
    await logForPerson(trx, { personId, now, requestId, action, after: { byLink: true } });
    watch('password.changed', factsOf(visitor, { personId }));
    // A link is no second factor: who has one shows it as at every login.
    return letInByFirst(trx, desk, personId);
  });
}

/**
 * Sends a link to a new password, where the address has an account; nobody is told whether, nor
 * whether it was too soon for another letter.
 */
export async function askForPasswordLink(
  desk: Desk,
  { body }: Asked<typeof requestPasswordLink>,
): Promise<AccountOutcome<typeof requestPasswordLink>> {
  const start = performance.now();
  const { mail, database, visitor, now, origin, watch } = desk;
  if (mail === null) return accepted({ answer: null });
  const { email } = body;
  const { person, isSlowed, made } = await database.inAccounts(async (trx) => {
    const person = await personByEmail(trx, email);
    const buckets = bucketsOfLetter({ email, address: visitor.address });
    const isSlowed = (await countAttempt(trx, buckets, now)) > 0;
    // Who logs in with an employer gets no second way in, which would outlive the employment.
    const isFor = !isSlowed && person !== null && (await passwordOf(trx, person.personId)) !== null;
    if (!isFor) return { person, isSlowed, made: null };
    const made = await makePasswordLink(trx, { personId: person.personId, createdBy: null, now });
    return { person, isSlowed, made };
  });
  if (isSlowed) watch('login.slowed', factsOf(visitor, person));
  // Nobody waits for the letter, so that nobody hears how long it took.
  if (made !== null) {
    const letter = passwordLetter(email, origin, made.secret);
    void mail(letter).catch(() => watch('mail.failed', {}));
  }
  await untilSameTime(start);
  return accepted({ answer: null });
}

/** The letter with a link to a new password. */
export function passwordLetter(to: string, origin: string, secret: string) {
  return {
    to,
    subject: 'Nytt lösenord till Tkr',
    text: `Öppna länken för att välja ett nytt lösenord. Den gäller i ett dygn och kan användas en gång.\n\n${origin}/nytt-losenord#${secret}\n\nHar du inte bett om den behöver du inte göra något.\n`,
  };
}
