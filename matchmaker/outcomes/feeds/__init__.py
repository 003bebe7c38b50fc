"""What leaves the service: figures as they change, signed calls to other systems, records for harvesting, digests."""
