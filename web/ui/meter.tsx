import './meter.css';

/** What a meter takes. */
export type MeterProps = {
  /** How much is used, 0 to 1; more than 1 is over the ceiling and looks so. */
  readonly share: number;
};

/** A thin bar under a figure. For the eye only: the figure beside it says the same in digits. */
export function Meter({ share }: MeterProps) {
  const isOver = share > 1;
  const width = Math.max(0, Math.min(1, share)) * 100;
  return (
    <svg className="meter" aria-hidden="true" focusable="false">
      <rect className="meter-track" width="100%" height="100%" rx="2" />
      <rect
        className={isOver ? 'meter-bar meter-over' : 'meter-bar'}
        width={`${width.toString()}%`}
        height="100%"
        rx="2"
      />
    </svg>
  );
}
