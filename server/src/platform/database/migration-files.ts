import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { MigrationInterface, QueryRunner } from 'typeorm'

/** The same folder whether this file runs from `src` or from `dist`. */
export const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url))

export type MigrationClass = new () => MigrationInterface

/** The names of the migrations on disk, in order: `0001_foundation`, … */
export function migrationNames(folder: string = migrationsFolder): string[] {
  const names = readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9_]+\.sql$/.test(file))
    .map((file) => file.slice(0, -'.sql'.length))
    .toSorted()
  const twice = names.find((name, index) => names[index + 1]?.slice(0, 4) === name.slice(0, 4))
  if (twice) throw new Error(`Two migrations have the number ${twice.slice(0, 4)}`)
  return names
}

/** TypeORM wants a name that ends in thirteen digits, by which it orders. */
export function recordedName(name: string): string {
  return `${name.slice(5)}_${name.slice(0, 4).padStart(13, '0')}`
}

/** A migration class for every file `NNNN_name.sql`, with `NNNN_name.down.sql` as the way back. */
export function migrationClasses(folder: string = migrationsFolder): MigrationClass[] {
  return migrationNames(folder).map((name) => {
    const forward = readFileSync(join(folder, `${name}.sql`), 'utf8')
    const back = join(folder, `${name}.down.sql`)
    return class implements MigrationInterface {
      name = recordedName(name)

      async up(runner: QueryRunner): Promise<void> {
        await script(runner, name, forward)
      }

      async down(runner: QueryRunner): Promise<void> {
        if (!existsSync(back)) throw new Error(`${name} has no way back`)
        await script(runner, name, readFileSync(back, 'utf8'))
      }
    }
  })
}

/** A file runs as the schema's owner unless one of its first lines says `-- as admin`. */
async function script(runner: QueryRunner, name: string, text: string): Promise<void> {
  const asAdmin = text.split('\n', 5).some((line) => line.trim().toLowerCase() === '-- as admin')
  try {
    if (!asAdmin) await runner.query('set local role erp_owner')
    await runner.query(text)
    await runner.query('reset role')
  } catch (error) {
    throw new Error(`Migration ${name}: ${explain(error, text)}`, { cause: error })
  }
}

function explain(error: unknown, text: string): string {
  const { message, position } = error as { message: string; position?: string }
  return position ? `${message} (line ${text.slice(0, Number(position)).split('\n').length})` : message
}
