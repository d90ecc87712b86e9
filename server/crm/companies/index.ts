export { companyType } from "./company-type";
export { createCompany } from "./create-company";
export { companyFields } from "./fields";
export { assertCompany, companiesNamed, findCompanies } from "./queries";
