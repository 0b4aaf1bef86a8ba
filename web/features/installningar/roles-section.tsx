import { isAllowed, roles } from '#domain/rights.ts';
import { useTexts } from '../../texts/language.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { everyRight } from './role-words.tsx';

/** What each role may do, from the same table that the server refuses by. */
export function RolesSection() {
  const words = useTexts().administration;
  return (
    <PageSection id="rollerna" title={words.roles.heading} detail={words.roles.detail}>
      <Sheet>
        <table className="roles-table" aria-label={words.roles.label}>
          <thead>
            <tr>
              <th scope="col">{words.roles.right}</th>
              {roles.map((role) => (
                <th key={role} scope="col">
                  <span>{words.roleNames[role]}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {everyRight.map((right) => (
              <tr key={right}>
                <th scope="row">{words.rightWords[right]}</th>
                {roles.map((role) => (
                  <td key={role}>
                    {isAllowed(role, right) ? (
                      words.yes
                    ) : (
                      <>
                        <span aria-hidden="true">–</span>
                        <VisuallyHidden>{words.no}</VisuallyHidden>
                      </>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Sheet>
    </PageSection>
  );
}
