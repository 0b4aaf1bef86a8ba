import type { FastifyInstance } from 'fastify';
import * as account from '#contract/account.ts';
import * as session from '#contract/session.ts';
import { registerOpen, registerOwn } from '../plugins/account-operations.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerRead, registerWrite } from '../plugins/operations.ts';
import * as links from './links.ts';
import * as login from './login.ts';
import * as own from './own-account.ts';
import * as tokens from './tokens.ts';

/** Logging in and out, links, and what is a person's own. */
export function registerAccounts(app: FastifyInstance, dependencies: Dependencies): void {
  registerOpen(app, dependencies, session.getSession, login.openSessionPage);
  registerOpen(app, dependencies, session.login, login.logIn);
  registerOpen(app, dependencies, session.giveSecondFactor, login.logInFully);
  registerOpen(app, dependencies, session.enterDemo, login.goIntoDemo);
  registerOpen(app, dependencies, session.logout, login.logOut);
  registerOpen(app, dependencies, session.acceptAdministratorLink, links.becomeAdministrator);
  registerOpen(app, dependencies, session.acceptPasswordLink, links.chooseNewPassword);
  registerOpen(app, dependencies, session.requestPasswordLink, links.askForPasswordLink);
  registerOpen(app, dependencies, session.lookAtInvitation, links.readInvitation);
  registerOpen(app, dependencies, session.acceptInvitation, links.joinByInvitation);
  registerOwn(app, dependencies, account.getAccount, own.openAccount);
  registerOwn(app, dependencies, account.updateAccount, own.rename);
  registerOwn(app, dependencies, account.changePassword, own.renewPassword);
  registerOwn(app, dependencies, account.startTotp, own.beginTotp);
  registerOwn(app, dependencies, account.confirmTotp, own.finishTotp);
  registerOwn(app, dependencies, account.renewRecoveryCodes, own.replaceRecoveryCodes);
  registerOwn(app, dependencies, account.removeTotp, own.stopTotp);
  registerOwn(app, dependencies, account.endSession, own.endOne);
  registerOwn(app, dependencies, account.endOtherSessions, own.endOthers);
  registerRead(app, dependencies, account.listTokens, tokens.openTokens);
  registerWrite(app, dependencies, account.createToken, tokens.makeToken);
  registerWrite(app, dependencies, account.revokeToken, tokens.dropToken);
}
