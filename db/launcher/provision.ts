import pg from "pg";

/**
 * Makes what the app connects to: the login, which owns nothing and may nothing by itself, and the database. Safe to
 * repeat; the login's password becomes the given one.
 */
export async function provision(
  superuserUrl: string,
  login: { name: string; password: string; database: string },
) {
  const client = new pg.Client({ connectionString: superuserUrl });
  client.on("error", () => {});
  await client.connect();
  try {
    const { rows } = await client.query<{ login: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as login,
              exists (select from pg_database where datname = $2) as database`,
      [login.name, login.database],
    );
    const name = client.escapeIdentifier(login.name);
    const verb = rows[0]?.login ? "alter" : "create";
    await client.query(
      `${verb} role ${name} login nosuperuser nocreatedb nocreaterole nobypassrls password ${client.escapeLiteral(login.password)}`,
    );
    if (!rows[0]?.database) await client.query(`create database ${client.escapeIdentifier(login.database)}`);
  } finally {
    await client.end();
  }
}
