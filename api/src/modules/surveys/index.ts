export { Survey, SurveyConnection } from './survey.type.ts';
export { surveysOfCustomer, surveysOfOrder } from './survey.loader.ts';
