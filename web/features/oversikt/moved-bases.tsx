import { useArenden } from '../../lib/arenden.ts';
import { MovedBasis } from '../../ui/moved-basis.tsx';

/** The decided ärenden whose basis has moved; nothing while none has, or none is known. */
export function MovedBases() {
  const { data } = useArenden();
  const moved = data?.arenden.filter(({ movedBasis }) => movedBasis !== null) ?? [];
  return moved.map((arende) => <MovedBasis key={arende.arendeId} arende={arende} showsLink />);
}
