export { IntervalLeague } from './league.tsx';
export { leagueTable, type LeagueProps, type LeagueRow } from './league.data.ts';
