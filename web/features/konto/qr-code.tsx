import { useMemo } from 'react';
import { encode } from 'uqr';

/** What a QR code takes. */
export type QrCodeProps = {
  readonly text: string;
  /** What it is, for those who do not see it. */
  readonly label: string;
};

/** The light edge that a reader needs, in modules. Source: ISO/IEC 18004 §6.3.8. */
const edge = 4;

/** A text as a square that a phone reads; dark on light whatever the theme, as readers expect. */
export function QrCode({ text, label }: QrCodeProps) {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(text, { ecc: 'M', border: edge });
    const dark = data.flatMap((row, y) =>
      row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
    );
    return { size, path: dark.join('') };
  }, [text]);
  return (
    <svg
      className="qr-code"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  );
}
