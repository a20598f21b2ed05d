import { newId } from '../../../kernel/ids.js'
import { sql } from '../../../platform/database/statement.js'
import type { UnitOfWork } from '../../../platform/database/unit-of-work.js'

/** Code, kind, decimals a quantity may have, and the names. */
const units = [
  ['шт', 'COUNT', 0, 'Штука', 'Дана', 'Piece'],
  ['кг', 'MASS', 3, 'Килограмм', 'Килограмм', 'Kilogram'],
  ['г', 'MASS', 3, 'Грамм', 'Грамм', 'Gram'],
  ['т', 'MASS', 3, 'Тонна', 'Тонна', 'Tonne'],
  ['л', 'VOLUME', 3, 'Литр', 'Литр', 'Litre'],
  ['мл', 'VOLUME', 3, 'Миллилитр', 'Миллилитр', 'Millilitre'],
  ['м', 'LENGTH', 3, 'Метр', 'Метр', 'Metre'],
  ['см', 'LENGTH', 3, 'Сантиметр', 'Сантиметр', 'Centimetre'],
  ['мм', 'LENGTH', 3, 'Миллиметр', 'Миллиметр', 'Millimetre'],
  ['м²', 'AREA', 3, 'Квадратный метр', 'Шаршы метр', 'Square metre'],
  ['м³', 'VOLUME', 3, 'Кубический метр', 'Текше метр', 'Cubic metre'],
  ['час', 'TIME', 2, 'Час', 'Сағат', 'Hour'],
  ['день', 'TIME', 2, 'День', 'Күн', 'Day'],
  ['компл', 'COUNT', 0, 'Комплект', 'Жинақ', 'Set'],
  ['упак', 'COUNT', 0, 'Упаковка', 'Қаптама', 'Pack'],
  ['услуга', 'OTHER', 3, 'Услуга', 'Қызмет', 'Service'],
] as const

/** Gives a new workspace the units of measure that it may sell in. */
export async function seedUnits(work: UnitOfWork): Promise<void> {
  const rows = units.map(([code, kind, precision, ru, kk, en]) => ({
    id: newId(),
    code,
    kind,
    precision,
    name: ru,
    name_translations: { ru, kk, en },
  }))
  await work.rows(insertUnits, [work.workspaceId, work.organizationId, JSON.stringify(rows)])
}

const insertUnits = sql`
  insert into app.units_of_measure (organization_id, workspace_id, id, code, name, name_translations, kind, precision)
  select $2, $1, u.id, u.code, u.name, u.name_translations, u.kind, u.precision
  from json_to_recordset($3::json) as u(id uuid, code text, name text, name_translations jsonb, kind text, precision int)`
