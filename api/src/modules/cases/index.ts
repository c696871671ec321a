export { ServiceCase, ServiceCaseConnection } from './case.type.ts';
export { caseByKey, casesOfCustomer, casesOfOrder } from './case.loader.ts';
export { readCase } from './case.reader.ts';
