# docker build --tag denytrace .
# docker run --rm --init -i -v "$PWD:/work:ro" -v ~/.aws:/home/node/.aws:ro denytrace < error.txt
# Where your user id is not 1000, it may not read your files; as yourself it may:
# docker run --rm --init -i --user "$(id -u)" --env HOME=/tmp -v "$PWD:/work:ro" -v ~/.aws:/tmp/.aws:ro denytrace < error.txt
FROM node:22-slim AS build
WORKDIR /build
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npm run build && npm pack --ignore-scripts && mkdir /package && tar -xzf denytrace-*.tgz -C /package --strip-components=1

# The same image: what V8 compiled when it was built fits, so every run starts fast.
FROM node:22-slim
COPY --from=build /package /opt/denytrace
USER node
WORKDIR /work
ENTRYPOINT ["node", "/opt/denytrace/bin/denytrace.cjs"]
