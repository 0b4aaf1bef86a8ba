import { type ComponentType, lazy } from 'react';

// Pages that few open, or that nobody opens often: fetched when somebody does.
const page = <Module, Props>(
  fetch: () => Promise<Module>,
  pick: (module: Module) => ComponentType<Props>,
) => lazy(async () => ({ default: pick(await fetch()) }));

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

export const ArendenPage = page(
  () => import('../features/arenden/arenden-page.tsx'),
  (module) => module.ArendenPage,
);

export const ArendePage = page(
  () => import('../features/arenden/arende-page.tsx'),
  (module) => module.ArendePage,
);

export const UtfallPage = page(
  () => import('../features/investeringsbudget/utfall/utfall-page.tsx'),
  (module) => module.UtfallPage,
);

export const ImportPage = page(
  () => import('../features/investeringsbudget/importer/import-page.tsx'),
  (module) => module.ImportPage,
);

export const MappingPage = page(
  () => import('../features/investeringsbudget/importer/mapping-page.tsx'),
  (module) => module.MappingPage,
);

export const BehovPage = page(
  () => import('../features/behov/behov-page.tsx'),
  (module) => module.BehovPage,
);

export const OverforingspolicyPage = page(
  () => import('../features/overforingspolicy/overforingspolicy-page.tsx'),
  (module) => module.OverforingspolicyPage,
);

export const BorgenPage = page(
  () => import('../features/borgen/borgen-page.tsx'),
  (module) => module.BorgenPage,
);

export const FleraArPage = page(
  () => import('../features/flera-ar/flera-ar-page.tsx'),
  (module) => module.FleraArPage,
);

export const TjansteskrivelsePage = page(
  () => import('../features/arenden/tjansteskrivelse/tjansteskrivelse-page.tsx'),
  (module) => module.TjansteskrivelsePage,
);

export const TankOmPage = page(
  () => import('../features/tank-om/tank-om-page.tsx'),
  (module) => module.TankOmPage,
);

export const LoansPage = page(
  () => import('../features/loans/loans-page.tsx'),
  (module) => module.LoansPage,
);

export const SchedulePage = page(
  () => import('../features/loans/schedule-page.tsx'),
  (module) => module.SchedulePage,
);

export const CurvesPage = page(
  () => import('../features/loans/curves-page.tsx'),
  (module) => module.CurvesPage,
);

export const LoanImportPage = page(
  () => import('../features/loans/import-page.tsx'),
  (module) => module.LoanImportPage,
);

export const VillkorPage = page(
  () => import('../features/villkor/villkor-page.tsx'),
  (module) => module.VillkorPage,
);

export const KapitalkostnadPage = page(
  () => import('../features/kapitalkostnad/kapitalkostnad-page.tsx'),
  (module) => module.KapitalkostnadPage,
);

export const MotTrycketPage = page(
  () => import('../features/mot-trycket/mot-trycket-page.tsx'),
  (module) => module.MotTrycketPage,
);
