import { type ComponentType, lazy } from 'react';

// Pages that few open, or that nobody opens often: fetched when somebody does.
const page = <Module,>(fetch: () => Promise<Module>, pick: (module: Module) => ComponentType) =>
  lazy(async () => ({ default: pick(await fetch()) }));

export const AdministratorPage = page(
  () => import('../features/inloggning/administrator-page.tsx'),
  (module) => module.AdministratorPage,
);

export const InvitationPage = page(
  () => import('../features/inloggning/invitation-page.tsx'),
  (module) => module.InvitationPage,
);

export const PasswordPage = page(
  () => import('../features/inloggning/password-page.tsx'),
  (module) => module.PasswordPage,
);

export const KontoPage = page(
  () => import('../features/konto/konto-page.tsx'),
  (module) => module.KontoPage,
);

export const RevisionPage = page(
  () => import('../features/revision/revision-page.tsx'),
  (module) => module.RevisionPage,
);

export const InstallningarPage = page(
  () => import('../features/installningar/installningar-page.tsx'),
  (module) => module.InstallningarPage,
);
