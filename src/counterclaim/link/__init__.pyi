from counterclaim.link.stage import link, link_version, links_of, take_in

__all__ = ["link", "link_version", "links_of", "take_in"]
