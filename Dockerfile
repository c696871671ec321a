# API and dashboard in one image. PostgreSQL runs beside it (docker-compose.yml): the embedded server is for single machines.
FROM node:24-slim AS build
WORKDIR /app
COPY . .
# Brings in what the lock file names, without what only tests need, and builds the dashboard.
RUN node bin/bootstrap.mjs build && rm -rf /root/.npm /root/.cache /root/.local

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 RAPPORT_HOME=/data
WORKDIR /app
COPY --from=build --chown=node:node /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 4000
ENTRYPOINT ["node", "bin/bootstrap.mjs"]
CMD ["serve"]
