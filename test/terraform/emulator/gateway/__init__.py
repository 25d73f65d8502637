"""API Gateway's REST control plane, on moto's store."""
