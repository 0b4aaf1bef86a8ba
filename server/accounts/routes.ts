import type { FastifyInstance } from 'fastify';
import * as account from '#contract/account.ts';
import * as session from '#contract/session.ts';
import { registerOpen, registerOwn } from '../plugins/account-operations.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerRead, registerWrite } from '../plugins/operations.ts';
import { becomeAdministrator } from './administrator-link.ts';
import * as invitations from './invitations.ts';
import * as login from './login.ts';
import * as own from './own-account.ts';
import * as codes from './own-codes.ts';
import { renewPassword } from './own-password.ts';
import * as passwordLinks from './password-links.ts';
import * as tokens from './tokens.ts';

/** Logging in and out, links, and what is a person's own. */
export function registerAccounts(app: FastifyInstance, dependencies: Dependencies): void {
  registerOpen(app, dependencies, session.getSession, login.openSessionPage);
  registerOpen(app, dependencies, session.login, login.logIn);
  registerOpen(app, dependencies, session.giveSecondFactor, login.logInFully);
  registerOpen(app, dependencies, session.enterDemo, login.goIntoDemo);
  registerOpen(app, dependencies, session.logout, login.logOut);
  registerOpen(app, dependencies, session.acceptAdministratorLink, becomeAdministrator);
  registerOpen(app, dependencies, session.acceptPasswordLink, passwordLinks.chooseNewPassword);
  registerOpen(app, dependencies, session.requestPasswordLink, passwordLinks.askForPasswordLink);
  registerOpen(app, dependencies, session.lookAtInvitation, invitations.readInvitation);
  registerOpen(app, dependencies, session.acceptInvitation, invitations.joinByInvitation);
  registerOwn(app, dependencies, account.getAccount, own.openAccount);
  registerOwn(app, dependencies, account.updateAccount, own.rename);
  registerOwn(app, dependencies, account.changePassword, renewPassword);
  registerOwn(app, dependencies, account.startTotp, codes.beginTotp);
  registerOwn(app, dependencies, account.confirmTotp, codes.finishTotp);
  registerOwn(app, dependencies, account.renewRecoveryCodes, codes.replaceRecoveryCodes);
  registerOwn(app, dependencies, account.removeTotp, codes.stopTotp);
  registerOwn(app, dependencies, account.endSession, own.endOne);
  registerOwn(app, dependencies, account.endOtherSessions, own.endOthers);
  registerRead(app, dependencies, account.listTokens, tokens.openTokens);
  registerWrite(app, dependencies, account.createToken, tokens.makeToken);
  registerWrite(app, dependencies, account.revokeToken, tokens.dropToken);
}
