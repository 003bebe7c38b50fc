# The service in one image; serving, working and upgrading are commands of it. See deploy/README.md.

FROM node:20.19.5-bookworm-slim AS page
WORKDIR /source/frontend
COPY frontend/package.json frontend/package-lock.json ./
RUN npm ci
COPY frontend/ ./
RUN npm run build

FROM python:3.11.14-slim-bookworm AS package
RUN apt-get update && apt-get install --yes --no-install-recommends gcc libc6-dev && rm -rf /var/lib/apt/lists/*
RUN python -m venv /opt/matchmaker && python -m venv /opt/builder && /opt/builder/bin/pip install --no-cache-dir hatchling==1.33.0
ENV PATH=/opt/matchmaker/bin:$PATH
WORKDIR /source
COPY . .
COPY --from=page /source/matchmaker/frontend matchmaker/frontend
RUN /opt/builder/bin/python -m hatchling build --target wheel --directory /dist
# The lock holds what developers need too, so it is taken as a list of versions.
RUN wheel=$(ls /dist/*.whl) && pip install --no-cache-dir --constraint requirements.lock "$wheel[postgres,otel]"
# The model's files, and its kernel for the kind of processor that builds this image; elsewhere OpenVINO serves.
RUN MATCHMAKER_MODELS_FOLDER=/opt/models matchmaker model build

FROM python:3.11.14-slim-bookworm
RUN apt-get update && apt-get install --yes --no-install-recommends fonts-noto-cjk libgomp1 && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /var/lib/matchmaker --create-home --shell /usr/sbin/nologin matchmaker \
    && chmod 700 /var/lib/matchmaker
COPY --from=package /opt/matchmaker /opt/matchmaker
COPY --from=package /opt/models /opt/models
# Everything that is written goes into the volume, so that the rest can be read-only.
ENV PATH=/opt/matchmaker/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    NUMBA_CACHE_DIR=/var/lib/matchmaker/compiled \
    MATCHMAKER_HOST=0.0.0.0 \
    MATCHMAKER_PORT=8000 \
    MATCHMAKER_DATA_FOLDER=/var/lib/matchmaker \
    MATCHMAKER_MODELS_FOLDER=/opt/models \
    MATCHMAKER_LOG_FORMAT=json
USER 10001
WORKDIR /var/lib/matchmaker
VOLUME /var/lib/matchmaker
EXPOSE 8000
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=6 \
    CMD ["python", "-c", "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health', timeout=4)"]
ENTRYPOINT ["matchmaker"]
CMD ["serve"]
