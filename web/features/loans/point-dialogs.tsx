import { useState } from 'react';
import { type RateCurveAnswer, rateCurve, setRatePoints } from '#contract/loans.ts';
import { percentOf } from '#domain/percent.ts';
import { useForm } from '../../lib/form.ts';
import { shownRate } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import { ConfirmWrite } from '../../ui/confirm-write.tsx';
import { EditDialog, orNull } from '../../ui/edit-dialog.tsx';
import { currentIn, StaleChoice } from '../../ui/stale-choice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { plainRate } from './loan-draft.ts';

/** What the windows for a value take. */
export type PointDialogProps = {
  readonly curve: RateCurveAnswer;
  /** The day of the value that is changed; null for a new one. */
  readonly from: string | null;
  readonly today: string;
  readonly onClose: () => void;
};

/** Asks for a value of a reference rate from a day on; on a day that has one it takes its place. */
export function PointDialog({ curve, from, today, onClose }: PointDialogProps) {
  const { common, rateCurves: words } = useTexts();
  const { organisationId } = useOrganisation();
  const write = useWrite(setRatePoints);
  const [seen] = useState(curve);
  const old = seen.points.find((point) => point.from === from);
  const [day, setDay] = useState(from ?? today);
  const [rate, setRate] = useState(old?.rate.replace('.', ',').replace('-', '\u2212') ?? '');
  const [source, setSource] = useState(old?.source ?? '');
  const form = useForm(
    {
      schema: setRatePoints.body,
      labels: {
        'points.0.from': words.from,
        'points.0.rate': words.rate,
        'points.0.source': words.source,
      },
      required: { 'points.0.from': words.missingFrom, 'points.0.rate': words.missingRate },
    },
    write.error,
  );
  const current = currentIn(rateCurve, write.error);
  const save = (version: number): void => {
    const body = { points: [{ from: day, rate: plainRate(rate), source: orNull(source) }] };
    if (!form.check(body)) return;
    const params = { organisationId, curveId: seen.curveId };
    write.mutate({ params, body, version }, { onSuccess: onClose });
  };
  const theirs = current?.points.find((point) => point.from === day);
  return (
    <EditDialog
      form={form}
      title={
        from === null ? words.addPointTitle(seen.name) : words.changePointTitle(seen.name, from)
      }
      submitLabel={words.createPoint}
      error={write.error}
      isPending={write.isPending}
      onSubmit={() => save(seen.version)}
      onClose={onClose}
      instead={
        current === null ? undefined : (
          <StaleChoice
            rows={[
              {
                label: day,
                mine: rate,
                theirs: theirs === undefined ? common.missing : theirs.rate.replace('.', ','),
              },
            ]}
            onKeepMine={() => save(current.version)}
            onTakeTheirs={onClose}
          />
        )
      }
    >
      <TextField
        label={words.from}
        type="date"
        value={day}
        onChange={setDay}
        error={form.errorAt('points.0.from')}
        isReadOnly={from !== null}
        isRequired
      />
      <TextField
        label={words.rate}
        inputMode="decimal"
        value={rate}
        onChange={setRate}
        error={form.errorAt('points.0.rate')}
        autoFocus
        isRequired
      />
      <TextField
        label={words.source}
        description={words.sourceHelp}
        value={source}
        onChange={setSource}
        error={form.errorAt('points.0.source')}
        maxLength={200}
      />
    </EditDialog>
  );
}

/** What the question takes. */
export type RemovePointProps = Pick<PointDialogProps, 'curve' | 'onClose'> & {
  readonly from: string;
};

/** Asks before a value is taken away, and says what holds instead. */
export function RemovePoint({ curve, from, onClose }: RemovePointProps) {
  const { rateCurves: words } = useTexts();
  const { organisationId } = useOrganisation();
  const { curveId, name, version, points } = curve;
  const rate = points.find((point) => point.from === from)?.rate ?? '0';
  return (
    <ConfirmWrite
      endpoint={setRatePoints}
      wish={{
        params: { organisationId, curveId },
        body: { points: [{ from, rate: null, source: null }] },
        version,
      }}
      title={words.removePointTitle(from)}
      confirmLabel={words.removePointConfirm}
      section={curveId}
      onClose={onClose}
    >
      {words.removePointBody(shownRate(percentOf(rate)), name)}
    </ConfirmWrite>
  );
}
