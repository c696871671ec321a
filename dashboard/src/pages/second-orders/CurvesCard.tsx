import { useNavigate } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Answered } from '../../card/States.tsx';
import { Curve, curveAxis, curveTable, type CurveProps } from '../../charts/index.ts';
import classes from '../../estimate/Estimate.module.css';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Segment } from '../../shell/Segment.tsx';
import { compared, CURVE_DAYS, FEW, referenceOf, seriesOf, type Found } from './curves.ts';
import { cutChoices, type CutChoice } from './search.ts';
import type { useSecondOrders } from './use-second-orders.ts';

const TICKS = [0, 30, 60, 90, 180, 270, 360];
const PANEL_TICKS = [0, 90, 180, 270, 360];

/** The share that has ordered again by each day, group by group. */
export function CurvesCard({ query, cut }: { query: ReturnType<typeof useSecondOrders>; cut: CutChoice }) {
  const { t, lang } = useText();
  const format = useFormat();
  const found = query.data;
  const props: CurveProps | undefined = found && {
    title: t('secondOrders.curves'),
    measure: { unit: 'PERCENT', decimals: 1 },
    days: CURVE_DAYS,
    ticks: TICKS,
    series: found.groups.map((group) => seriesOf(group, lang)),
    fewBelow: FEW,
  };
  return (
    <Card
      title={t('secondOrders.curves')}
      sub={t('secondOrders.curvesSub')}
      table={props ? curveTable(props, format) : undefined}
      file={`second-orders-${cut.toLowerCase()}`}
      note={t('secondOrders.curvesNote')}
    >
      <Cut cut={cut} />
      <Answered query={query} height={330} empty={({ groups }) => groups.length === 0}>
        {(data) =>
          !props ? null : compared(data).length > 1 ? <Panels found={data} props={props} /> : <Curve {...props} />
        }
      </Answered>
    </Card>
  );
}

function Cut({ cut }: { cut: CutChoice }) {
  const { t } = useText();
  const navigate = useNavigate();
  const options = cutChoices.map((value) => {
    const name = t(`secondOrders.cut${value}`);
    return { value, text: name, title: name };
  });
  return (
    <div className={classes.choice}>
      <Segment<CutChoice>
        label={t('secondOrders.cut')}
        value={cut}
        options={options}
        onChange={(by) =>
          void navigate({ to: '/second-orders', search: { by: by === 'LATE' ? undefined : by }, resetScroll: false })
        }
      />
    </div>
  );
}

/** Small charts on one axis, each group against the reference. */
function Panels({ found, props }: { found: Found; props: CurveProps }) {
  const { lang } = useText();
  const format = useFormat();
  const reference = referenceOf(found);
  const axis = curveAxis(props.series, CURVE_DAYS, FEW);
  return (
    <div className={classes.panels}>
      {compared(found).map((group) => {
        const own = seriesOf(group, lang);
        const against = reference ? [seriesOf(reference, lang, { tone: 'then', thin: true })] : [];
        return (
          <div key={own.key}>
            <h3>
              {own.label} <small>n {format.count(own.customers)}</small>
            </h3>
            <Curve
              {...props}
              title={own.label}
              series={[own, ...against]}
              axis={axis}
              ticks={PANEL_TICKS}
              height={110}
              small
            />
          </div>
        );
      })}
    </div>
  );
}
