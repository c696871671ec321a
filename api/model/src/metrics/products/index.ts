import { informationCompleteness } from './information-completeness.ts';
import { notAsDescribedRate } from './not-as-described-rate.ts';
import { defectRate } from './defect-rate.ts';
import { merchantsAdmitted } from './merchants.ts';
import { certificateCoverage } from './certificate-coverage.ts';
import { inspectionPassRate } from './inspection-pass-rate.ts';
import { counterfeitRate } from './counterfeit-rate.ts';
import { unsafeShare } from './unsafe-share.ts';
import { sanctionsImposed } from './sanctions.ts';
import { sanctionDaysP50 } from './sanction-days-p50.ts';
import { sanctioned30dRate } from './sanctioned-30d-rate.ts';

export const products = [
  informationCompleteness,
  notAsDescribedRate,
  defectRate,
  merchantsAdmitted,
  certificateCoverage,
  inspectionPassRate,
  counterfeitRate,
  unsafeShare,
  sanctionsImposed,
  sanctionDaysP50,
  sanctioned30dRate,
] as const;
