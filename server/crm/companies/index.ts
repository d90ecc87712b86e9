export { companyType } from "./company-type";
export { createCompany } from "./create-company";
export { companyFields } from "./fields";
export { insertCompanies, type NewCompany, overwriteCompanies } from "./import-companies";
export { assertCompany, companiesNamed, findCompanies } from "./queries";
