import { Fragment } from 'react';
import type { Part } from './conclusions.ts';

/** A sentence with its figures strong. */
export function Say({ parts }: { readonly parts: readonly Part[] }) {
  return parts.map(({ text, isStrong }, index) => (
    // The parts of one sentence stand in their order and have no other name.
    // oxlint-disable-next-line react/no-array-index-key
    <Fragment key={index}>{isStrong ? <b>{text}</b> : text}</Fragment>
  ));
}
