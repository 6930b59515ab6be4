# The server and its admin on /data: an SQLite file there, or the MongoDB that DATABASE_URL names.
# No package needs an install script, so none runs.

FROM node:20-bookworm-slim AS base
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./

# Everything: Next asks for TypeScript and its types while it builds.
FROM base AS deps
RUN npm ci --ignore-scripts --no-audit --no-fund

# What runs, without what only building and testing needs.
FROM base AS production-deps
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund

# Bundles the server into dist/ and builds the admin into .next/, in the folder and from the files that the image runs with:
# a start finds both current and builds nothing.
FROM deps AS build
COPY . .
RUN npm start -- --build-only && rm -rf .next/cache

FROM base AS run
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
# A new volume takes its owner from here. Next would keep scaled pictures in its cache.
RUN install -d -o node -g node -m 700 /data && install -d -o node -g node .next/cache
COPY --from=production-deps /app/node_modules ./node_modules
# The sources too: a start compares them with what the admin was built from.
COPY --from=build /app/tsconfig.json /app/next.config.mjs ./
COPY --from=build /app/src ./src
COPY --from=build /app/collections ./collections
COPY --from=build /app/starter ./starter
COPY --from=build /app/.next ./.next
# Other commands, such as npm run import, are bundled when they first run.
COPY --from=build --chown=node:node /app/dist ./dist

# By number, so that Kubernetes can tell that it is not root.
USER 1000:1000
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/healthz').then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, so that a request to stop reaches the server, which then finishes what is running.
CMD ["node", "--conditions=production", "src/run.mjs", "src/cli/start.ts"]
