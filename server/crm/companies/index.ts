export { assertCompany, createCompany, findCompanies } from "./companies";
