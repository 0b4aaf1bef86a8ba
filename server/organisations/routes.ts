import type { FastifyInstance } from 'fastify';
import { listOrganisations } from '#contract/organisations.ts';
import * as contract from '#contract/people.ts';
import {
  createMember,
  createOrganisation,
  deleteMember,
  getSettings,
  removeDemo,
  updateMember,
  updateSettings,
} from '#contract/settings.ts';
import { registerOwn } from '../plugins/account-operations.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerRead, registerWrite } from '../plugins/operations.ts';
import * as people from './people.ts';
import { endDemo, openOrganisations, startOrganisation } from './service.ts';
import * as settings from './settings.ts';

/** Organisations, their people and their members. */
export function registerOrganisations(app: FastifyInstance, dependencies: Dependencies): void {
  const { providers } = dependencies;
  registerOwn(app, dependencies, listOrganisations, openOrganisations);
  registerOwn(app, dependencies, createOrganisation, startOrganisation);
  registerOwn(app, dependencies, removeDemo, endDemo);
  registerRead(app, dependencies, getSettings, (context) =>
    settings.openSettings(context, providers),
  );
  registerWrite(app, dependencies, updateSettings, (context, asked) =>
    settings.changeSettings(context, asked, providers),
  );
  registerWrite(app, dependencies, createMember, settings.addMember);
  registerWrite(app, dependencies, updateMember, settings.changeMember);
  registerWrite(app, dependencies, deleteMember, settings.dropMember);
  registerRead(app, dependencies, contract.listPeople, people.openPeople);
  registerWrite(app, dependencies, contract.changeRole, people.giveRole);
  registerWrite(app, dependencies, contract.endMembership, people.leave);
  registerWrite(app, dependencies, contract.createPasswordLink, people.handOverPasswordLink);
  registerWrite(app, dependencies, contract.invite, people.sendInvitation);
  registerWrite(app, dependencies, contract.revokeInvitation, people.withdrawInvitation);
}
