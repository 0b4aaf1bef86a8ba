import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Menu as AriaMenu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useCellTabStop } from './grid/cell-tab-stop.ts';
import './button.css';
import './menu.css';

/** One thing the menu can do. */
export type MenuAction = {
  readonly id: string;
  readonly label: string;
  /** Why it cannot be done now, or what it does, under the label. */
  readonly detail?: string;
  readonly onAction: () => void;
  readonly tone?: 'danger';
  readonly isDisabled?: boolean;
};

/** What a menu takes. */
export type MenuProps = {
  /** The words on the button. */
  readonly trigger: ReactNode;
  /** A longer name where the words do not say whose menu it is: "Om tillägg, åtgärder". */
  readonly name?: string;
  readonly actions: readonly MenuAction[];
  /** `heading` looks like the column header it stands in. */
  readonly look?: 'button' | 'heading';
};

/** A button that opens a list of actions. */
export function Menu({ trigger, name, actions, look = 'button' }: MenuProps) {
  const inTabOrder = useCellTabStop();
  const disabled = actions
    .filter((action) => action.isDisabled === true)
    .map((action) => action.id);
  return (
    <MenuTrigger>
      <AriaButton
        className={look === 'button' ? 'button button-standard' : 'menu-heading'}
        excludeFromTabOrder={!inTabOrder}
        {...(name === undefined ? {} : { 'aria-label': name })}
      >
        {trigger}
        <span className="menu-caret" aria-hidden="true" />
      </AriaButton>
      <Popover className="menu-popover" placement="bottom end">
        <AriaMenu className="menu" disabledKeys={disabled}>
          {actions.map((action) => (
            <MenuItem
              key={action.id}
              id={action.id}
              textValue={action.label}
              className={action.tone === 'danger' ? 'menu-item menu-item-danger' : 'menu-item'}
              onAction={action.onAction}
            >
              {action.label}
              {action.detail === undefined ? null : <small>{action.detail}</small>}
            </MenuItem>
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
