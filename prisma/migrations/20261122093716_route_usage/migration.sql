-- CreateTable
CREATE TABLE "route_usage" (
    "api_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "route" TEXT NOT NULL,
    "start" TIMESTAMPTZ(3) NOT NULL,
    "consumer" TEXT NOT NULL,
    "requests" BIGINT NOT NULL,
    "client_errors" BIGINT NOT NULL,
    "server_errors" BIGINT NOT NULL,

    CONSTRAINT "route_usage_pkey" PRIMARY KEY ("api_id","stage","period","route","start","consumer")
);

-- CreateTable
CREATE TABLE "usage_since" (
    "api_id" TEXT NOT NULL,
    "stage" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "usage_since_pkey" PRIMARY KEY ("api_id","stage")
);
