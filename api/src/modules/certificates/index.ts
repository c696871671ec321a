export { Certificate, Sanction } from './certificate.type.ts';
export { certificatesOfMerchant, certificatesOfProduct, sanctionsOfMerchant } from './certificate.loader.ts';
