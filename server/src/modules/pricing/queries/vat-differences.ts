import { piece, type SqlText } from '../../../platform/database/statement.js'

/**
 * Rows of `VatDifference` for stored lines: a statement over `from`, whose alias `line` has the columns of a document's line. `day` is the day
 * whose law counts and `willChange` whether the document takes it by itself. $2 is the organization.
 */
export function vatDifferencesSql({
  from,
  day,
  willChange,
}: {
  from: string
  day: string
  willChange: string
}): SqlText {
  return piece(`
  select found.rate::float8 as rate, found.law::float8 as "statutoryRate", found.day::text as date, found.will_change as "willChange",
    app.money(sum(found.tax_amount)::bigint)::float8 as "taxAmount",
    app.money(sum(case when found.price_includes_vat then round(found.total_price * found.law / (100 + found.law)) else round(found.net_amount * found.law / 100) end)::bigint)::float8
      as "statutoryTaxAmount"
  from (
    select line.vat_rate as rate, coalesce(law.rate, 0) as law, counted.day, ${willChange} as will_change, line.tax_amount, line.total_price, line.net_amount,
      line.price_includes_vat
    from ${from}
    cross join lateral (select ${day} as day) counted
    join app.tax_rates law on law.organization_id = $2 and law.category = line.vat_category and law.is_active
      and counted.day between law.valid_from and coalesce(law.valid_to, counted.day)
    where line.workspace_id = $1 and not line.vat_exempt and coalesce(law.rate, 0) <> line.vat_rate
  ) found
  group by 1, 2, 3, 4 order by 1, 3`)
}

/** How the workspace charges VAT, as one column. */
export const vatModeSql = `(select s.value #>> '{}' from app.app_settings s where s.workspace_id = $1 and s.key = 'vat.rateMode')`

/** Whether the law gives one of `lines`, whose alias is `line`, another rate on a day than it bears. What bears no VAT by choice never has one. */
export const linesOutdatedSql = ({
  lines,
  where,
  day,
}: {
  lines: string
  where: string
  day: string
}): string => `exists (
  select from ${lines} line left join app.tax_rates law on law.organization_id = line.organization_id and law.category = line.vat_category
    and law.is_active and ${day}::date between law.valid_from and coalesce(law.valid_to, ${day}::date)
  where ${where} and line.vat_category not in ('EXEMPT', 'NO_VAT')
    and (law.id is null or law.rate is distinct from case when not line.vat_exempt then line.vat_rate end))`
