import { useNavigate, useSearch } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Curve, curveTable, type CurveProps } from '../../charts/index.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { useDefinition } from '../../metric/drawer-context.tsx';
import { MetricActions } from '../../metric/MetricActions.tsx';
import { Segment } from '../../shell/Segment.tsx';
import classes from './index.module.css';
import type { CurveCut, RepurchaseSearch } from './search.ts';
import { codeOf, curveSeries, delayPanels, lateSeries, panelAxis, type Curves, type Panel } from './survival.ts';
import { CURVE_DAYS, shareMetrics, useSurvival } from './use-cohorts.ts';
import { rateOf, shareBackVerdict } from './verdict.ts';

const TICKS = [0, 30, 60, 90, 180, 270, 360];
const PANEL_TICKS = [0, 90, 180, 270, 360];
const dimensionOf = { all: null, late: 'LATE', delay: 'DELAY_BUCKET' } as const;
const headline = shareMetrics[90];

/** How soon first-time customers come back, with those kept who have not been seen for long. */
export function ShareBackCard() {
  const { curve: cut = 'late' }: RepurchaseSearch = useSearch({ strict: false });
  const query = useSurvival(dimensionOf[cut]);
  const whole = useSurvival(null);
  const { t, lang } = useText();
  const format = useFormat();
  const { definitions } = useShop();
  const props = useCurve(cut, query.data?.curves, query.data?.explain);
  const all = whole.data?.curves[0];
  const panels = cut === 'delay' && query.data ? delayPanels(query.data.curves, all, lang, t('repurchase.all')) : [];
  const table =
    props && cut === 'delay' ? { ...props, series: panels.flatMap(({ series }) => series.slice(0, 1)) } : props;
  const verdict = query.data && shareBackVerdict(cut, query.data.curves, all, format);
  return (
    <Card
      title={t('repurchase.shareBack')}
      sub={t('repurchase.shareBackSub', { n: format.count(definitions.get(headline)?.minSample) })}
      table={table ? curveTable(table, format) : undefined}
      file={`share-back-${cut}`}
      actions={<MetricActions metric={headline} />}
      note={verdict === '' ? undefined : verdict}
    >
      <Cut cut={cut} />
      <Answered query={query} height={330} empty={({ curves }) => curves.every(({ customers }) => customers === 0)}>
        {() => (!props ? null : cut === 'delay' ? <Panels props={props} panels={panels} /> : <Curve {...props} />)}
      </Answered>
    </Card>
  );
}

function Cut({ cut }: { cut: CurveCut }) {
  const { t } = useText();
  const navigate = useNavigate();
  const name = (value: CurveCut) => ({
    value,
    text: t(`repurchase.cut_${value}`),
    title: t(`repurchase.cut_${value}`),
  });
  return (
    <div className={classes.choice}>
      <Segment<CurveCut>
        label={t('repurchase.cut')}
        value={cut}
        options={[name('late'), name('delay'), name('all')]}
        onChange={(curve) =>
          void navigate({
            to: '/repurchase',
            search: { curve: curve === 'late' ? undefined : curve },
            resetScroll: false,
          })
        }
      />
    </div>
  );
}

type Explain = NonNullable<ReturnType<typeof useSurvival>['data']>['explain'];

function useCurve(cut: CurveCut, curves: Curves | undefined, explain: Explain | undefined): CurveProps | undefined {
  const { t, lang } = useText();
  const define = useDefinition();
  const { definitions } = useShop();
  const definition = definitions.get(headline);
  if (!curves || !definition) return undefined;
  const whole = curves[0] && curveSeries(curves[0], { label: t('repurchase.everybody'), tone: 'now' });
  return {
    title: t('repurchase.shareBack'),
    measure: rateOf(curves),
    days: CURVE_DAYS,
    ticks: TICKS,
    series: cut === 'late' ? lateSeries(curves, lang) : whole ? [whole] : [],
    fewBelow: definition.minSample,
    onMark: (key, day) => {
      const curve = curves.find((each) => codeOf(each) === key);
      const point = curve?.shareBack[Object.keys(shareMetrics).indexOf(String(day))];
      const metric = shareMetrics[day as keyof typeof shareMetrics];
      if (curve && point) define({ metric, point: { ...point, comparisons: [] }, key: curve.key, explain });
    },
  };
}

/** Small charts on one axis instead of six curves in one. */
function Panels({ props, panels }: { props: CurveProps; panels: readonly Panel[] }) {
  const { t } = useText();
  const format = useFormat();
  const axis = panelAxis(panels, props.fewBelow);
  return (
    <>
      <p className={classes.key}>
        <i />
        {t('repurchase.panelKey')}
      </p>
      <div className={classes.panels}>
        {panels.map(({ key, label, customers, series }) => (
          <div key={key}>
            <h3>
              {label} <small>n {format.count(customers)}</small>
            </h3>
            <Curve {...props} title={label} series={series} axis={axis} ticks={PANEL_TICKS} height={96} small />
          </div>
        ))}
      </div>
    </>
  );
}
