import { isAllowed, type Right, type Role, rights } from '#domain/rights.ts';
import { useTexts } from '../../texts/language.tsx';

/** Every right, in the order of the table that the server refuses by. */
export const everyRight = Object.keys(rights) as readonly Right[];

/** What a role is called. */
export function useRoleName(): (role: Role) => string {
  const { roleNames } = useTexts().administration;
  return (role) => roleNames[role];
}

/** What a role may do, in words. */
export function RoleWords({ role }: { readonly role: Role }) {
  const { rightWords, people } = useTexts().administration;
  const roleName = useRoleName();
  return (
    <div className="role-words" role="status">
      <p>{people.roleMay(roleName(role))}</p>
      <ul>
        {everyRight
          .filter((right) => isAllowed(role, right))
          .map((right) => (
            <li key={right}>{rightWords[right]}</li>
          ))}
      </ul>
    </div>
  );
}
