/** How a browser keeps a session: it goes with no request that another site makes, and over https alone where that is the public address. */
export const sessionCookie = (serverUrl: string | undefined): { sameSite: 'Lax'; secure: boolean } => ({
  sameSite: 'Lax',
  secure: serverUrl?.startsWith('https:') ?? false,
})
