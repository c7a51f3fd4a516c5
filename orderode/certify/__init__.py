"""Theory against simulation: runs, residuals, the band of fluctuations, the drift of one step."""
