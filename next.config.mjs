import { withPayload } from '@payloadcms/next/withPayload'

/** Next serves the admin and nothing else; `src/server.ts` mounts it beside Express. */
export default withPayload(
  {
    poweredByHeader: false,
    typescript: { ignoreBuildErrors: true }, // `npm run check` has looked at them already
    outputFileTracingRoot: import.meta.dirname,
    experimental: { cpus: 2 },
  },
  { devBundleServerPackages: false },
)
