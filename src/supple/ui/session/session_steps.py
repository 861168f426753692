"""What keys and media keys ask of the session alone: to pause and to step; the rest is the page's."""

from supple.desktop.media_words import Wish
from supple.domain.session import State
from supple.play.session_player import SessionPlayer
from supple.ui.kit.keys import Act


def step(player: SessionPlayer, wish: Act | Wish) -> bool:
    """Do it; False when it is none of these."""
    match wish:
        case Act.PAUSE | Wish.PLAY_PAUSE:
            player.toggle()
        case Wish.PLAY:
            if player.state in (State.WAITING, State.PAUSED):
                player.toggle()
        case Wish.PAUSE:
            player.pause()
        case Act.PREVIOUS | Wish.PREVIOUS:
            player.previous()
        case Act.SKIP | Wish.NEXT:
            player.skip()
        case Act.SKIP_EXERCISE:
            player.skip_exercise()
        case _:
            return False
    return True
