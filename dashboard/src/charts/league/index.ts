export { IntervalLeague } from './league.tsx';
export { leagueSummary, leagueTable, type LeagueProps, type LeagueRow } from './league.data.ts';
