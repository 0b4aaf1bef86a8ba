import { type ReactNode, useId } from 'react';
import './notice.css';

/** What a notice takes. */
export type NoticeProps = {
  /** `warn` for what differs or breaks, `info` for everything else. */
  readonly tone?: 'info' | 'warn';
  readonly heading: ReactNode;
  /** What happened, what was kept, what to do. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Read out when it appears, at once (`alert`) or when there is a pause (`status`). */
  readonly live?: 'status' | 'alert' | 'off';
};

/** A message in the page, with what can be done about it. */
export function Notice({ tone = 'info', heading, children, actions, live }: NoticeProps) {
  const headingId = useId();
  const spoken = live ?? (tone === 'warn' ? 'alert' : 'status');
  return (
    <div
      className={`notice notice-${tone}`}
      role={spoken === 'off' ? 'group' : spoken}
      aria-labelledby={headingId}
    >
      <p className="notice-heading" id={headingId}>
        {heading}
      </p>
      {children === undefined ? null : <div className="notice-body">{children}</div>}
      {actions === undefined ? null : <div className="notice-actions">{actions}</div>}
    </div>
  );
}
