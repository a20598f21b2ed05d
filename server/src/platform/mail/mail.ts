import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport, type Transporter } from 'nodemailer'
import { newId } from '../../kernel/ids.js'
import { log } from '../log.js'

export interface Letter {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Whoever takes letters to people. */
export interface Post {
  send(letter: Letter): Promise<void>
}

export interface MailOptions {
  readonly dataDir: string
  readonly smtpUrl?: string | undefined
  readonly from?: string | undefined
}

/** Letters to people: by SMTP where a server is named, otherwise as files in `DATA_DIR/mail`. */
export class Mail implements Post {
  private readonly transport: Transporter
  private readonly folder: string | undefined
  private readonly from: string

  constructor({ dataDir, smtpUrl, from }: MailOptions) {
    this.from = from ?? 'Prometric <no-reply@prometric.kz>'
    this.folder = smtpUrl ? undefined : join(dataDir, 'mail')
    this.transport = smtpUrl
      ? createTransport({ url: smtpUrl, pool: true, connectionTimeout: 10_000 } as object)
      : createTransport({ streamTransport: true, buffer: true })
  }

  async send(letter: Letter): Promise<void> {
    const sent = (await this.transport.sendMail({ from: this.from, ...letter, textEncoding: 'base64' })) as {
      message?: unknown
    }
    if (this.folder === undefined) return
    await mkdir(this.folder, { recursive: true })
    const file = join(this.folder, `${newId()}.eml`)
    await writeFile(file, sent.message as Buffer, { mode: 0o600 })
    log.info({ to: letter.to, subject: letter.subject, file }, 'letter written')
  }

  /** Sends without letting the caller wait, so that an answer's time says nothing about whether a letter left. */
  post(letter: Letter): void {
    this.send(letter).catch((error: unknown) => log.error({ err: error, subject: letter.subject }, 'letter not sent'))
  }
}
