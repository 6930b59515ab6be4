export interface Settings {
  port: number
  host: string
  /** Where Saphena answers this server. */
  saphenaUrl: string
  /** Where browsers reach Saphena: pictures, and the admin that frames previews. */
  saphenaPublicUrl: string
  /** The public address of this website. */
  siteUrl: string
  /** Of the webhook; without one nobody is believed. */
  webhookSecret: string | undefined
}

/** The environment, read once; README.md describes each setting. @throws where a value cannot be used */
export function readSettings(environment: Record<string, string | undefined> = process.env): Settings {
  const port = Number(environment.PORT || 4321)
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error('PORT must be a TCP port')
  const host = environment.HOST || '127.0.0.1'
  const address = (name: string, otherwise: string): string => {
    const value = environment[name] || otherwise
    if (!/^https?:\/\//.test(value) || !URL.canParse(value))
      throw new Error(`${name} must begin with http:// or https://`)
    return new URL(value).href.replace(/\/$/, '')
  }
  const saphenaUrl = address('SAPHENA_URL', 'http://127.0.0.1:3000')
  return {
    port,
    host,
    saphenaUrl,
    saphenaPublicUrl: address('SAPHENA_PUBLIC_URL', saphenaUrl),
    siteUrl: address('SITE_URL', `http://${host}:${port}`),
    webhookSecret: environment.WEBHOOK_SECRET || undefined,
  }
}
