"""GET /v1/health: for anybody who wants to know whether the service lives."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from ticket_service.api.access import failing
from ticket_service.contract.wire import Health
from ticket_service.ground import ServiceGround
from ticket_service.intake.chain import public_key
from ticket_service.storage.store import identity, reading

router = APIRouter()

CONTRACT = "1"


@router.get("/v1/health", response_model=Health, responses=failing(503))
def read_health(ground: ServiceGround) -> JSONResponse:
    """Say that the service lives, its version and that of the contract; no token needed."""
    with reading(ground.engine) as connection:
        known = identity(connection)
    return JSONResponse(
        {
            "status": "ok",
            "version": program_version(),
            "contract": CONTRACT,
            "server_time": ground.server_time(),
            "epoch": known.epoch,
            "signing_key": public_key(known.signing_key),
        }
    )


def program_version() -> str:
    """Give the installed version; a checkout that was never installed says so."""
    try:
        return version("receiving-app")
    except PackageNotFoundError:
        return "0+checkout"
