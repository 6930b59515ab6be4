import { withPayload } from '@payloadcms/next/withPayload'

/** Next serves the admin and nothing else; `src/server.ts` mounts it beside Express. */
export default withPayload(
  {
    poweredByHeader: false,
    typescript: { ignoreBuildErrors: true }, // `npm run check` has looked at them already
    outputFileTracingRoot: import.meta.dirname,
    // Readers do not wait for the admin's code, nor share their memory with it before somebody logs in.
    experimental: { cpus: 2, preloadEntriesOnStart: false },
  },
  { devBundleServerPackages: false },
)
