"""The programme's logo as a picture: the same on the public pages and on the console's."""

from flask import Response, abort

from secondread_shared.contract import Programme


def logo_answer(programme: Programme) -> Response:
    """Return the logo, or 404 where there is none."""
    if programme.logo is None:
        abort(404)
    return Response(programme.logo, mimetype="image/png")
