import { useMutation } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from 'react-router';
import { enterDemo } from '#contract/session.ts';
import { type Role, roles } from '#domain/rights.ts';
import { callApi } from '../lib/api.ts';
import { useFailureText } from '../lib/failure-text.ts';
import { pageAfterRoleChange } from '../lib/pages.ts';
import { loginPage } from '../lib/return-path.ts';
import { untilSettled, useSaveQueue } from '../lib/saving.ts';
import { useSession } from '../lib/session.tsx';
import { useTexts } from '../texts/language.tsx';
import { ToggleButton } from '../ui/toggle-button.tsx';

/** Says that one is in the demo, and lets one be somebody else in it. */
export function DemoBar({ role }: { readonly role: Role }) {
  const { shell: words, administration } = useTexts();
  const { become } = useSession();
  const queue = useSaveQueue();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const change = useMutation({
    mutationFn: async (next: Role) => {
      // What the first role did is saved as its own.
      await untilSettled(queue);
      return callApi(enterDemo, { params: {}, body: { role: next } });
    },
    onSuccess: (answer, next) => {
      become(answer);
      const address = `${pathname}${search}`;
      // The own account is there for every role.
      const there = pathname === '/konto' ? address : pageAfterRoleChange(address, next);
      if (there !== address) void navigate(there);
    },
  });
  const failure = useFailureText(change.error);
  return (
    <aside className="demo-bar no-print" aria-label={words.demo}>
      <p>{words.demo}</p>
      <Link to={loginPage}>{words.logInForReal}</Link>
      <div className="demo-roles" role="group" aria-label={words.tryAs}>
        <span aria-hidden="true">{words.tryAs}</span>
        {roles.map((one) => (
          <ToggleButton
            key={one}
            isSelected={one === role}
            onChange={() => {
              if (one !== role && !change.isPending) change.mutate(one);
            }}
          >
            {administration.roleNames[one]}
          </ToggleButton>
        ))}
      </div>
      {failure === undefined ? null : <p role="alert">{failure}</p>}
    </aside>
  );
}
