from counterclaim.serve.dossier import write_dossier

__all__ = ["write_dossier"]
