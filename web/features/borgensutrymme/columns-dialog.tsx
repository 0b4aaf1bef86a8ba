import { useState } from 'react';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { shifted } from './columns.ts';

/** What the choice of columns takes. */
export type ColumnsDialogProps = {
  readonly scenarios: readonly ScenarioView[];
  readonly chosen: readonly ScenarioView[];
  readonly onChoose: (scenarioIds: readonly string[]) => void;
  readonly onClose: () => void;
};

/** Chooses and orders the columns of the table. */
export function ColumnsDialog({ scenarios, chosen, onChoose, onClose }: ColumnsDialogProps) {
  const texts = useTexts();
  const words = texts.borgensutrymme;
  const [visible, setVisible] = useState(() => chosen.map(({ scenario }) => scenario.scenarioId));
  const [order, setOrder] = useState(() => [
    ...visible,
    ...scenarios.map(({ scenario }) => scenario.scenarioId).filter((id) => !visible.includes(id)),
  ]);
  const nameOf = (id: string): string =>
    scenarios.find(({ scenario }) => scenario.scenarioId === id)?.scenario.name ?? '';
  return (
    <Dialog
      isOpen
      title={words.columnsTitle}
      closeLabel={texts.common.close}
      onClose={onClose}
      actions={
        <Button
          look="primary"
          onPress={() => {
            onChoose(order.filter((id) => visible.includes(id)));
            onClose();
          }}
        >
          {words.showColumns}
        </Button>
      }
    >
      <p className="small">{words.columnsBody}</p>
      <ul className="column-choices">
        {order.map((id) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={visible.includes(id)}
                onChange={({ target }) =>
                  setVisible(
                    target.checked ? [...visible, id] : visible.filter((one) => one !== id),
                  )
                }
              />
              {nameOf(id)}
            </label>
            <span>
              <Button
                look="quiet"
                name={words.moveUp(nameOf(id))}
                isDisabled={order[0] === id}
                onPress={() => setOrder(shifted(order, id, -1))}
              >
                {words.up}
              </Button>
              <Button
                look="quiet"
                name={words.moveDown(nameOf(id))}
                isDisabled={order.at(-1) === id}
                onPress={() => setOrder(shifted(order, id, 1))}
              >
                {words.down}
              </Button>
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
