"""What keys and media keys ask of the session alone: to pause and to step; the rest is the page's."""

from supple.desktop.media_words import MediaCommand
from supple.domain.session import SessionState
from supple.play.session_player import SessionPlayer
from supple.ui.kit.keys import Act


def step(player: SessionPlayer, command: Act | MediaCommand) -> bool:
    """Do it; False when it is none of these."""
    match command:
        case Act.PAUSE | MediaCommand.PLAY_PAUSE:
            player.toggle()
        case MediaCommand.PLAY:
            if player.state in (SessionState.WAITING, SessionState.PAUSED):
                player.toggle()
        case MediaCommand.PAUSE:
            player.pause()
        case Act.PREVIOUS | MediaCommand.PREVIOUS:
            player.previous()
        case Act.SKIP | MediaCommand.NEXT:
            player.skip()
        case Act.SKIP_EXERCISE:
            player.skip_exercise()
        case _:
            return False
    return True
